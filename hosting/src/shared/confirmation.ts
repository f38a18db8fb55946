import { html, nothing, render } from 'lit';
import { text } from '../messages/messages';
import './confirmation.css';

/** What a person is asked before something that cannot be undone. */
export interface Question {
  readonly title: string;
  /** What follows from a yes. */
  readonly explanation: string;
  /** What the button that does it says. */
  readonly action: string;
}

/** A question with a third answer, which avoids what the question is about. */
export interface Choice extends Question {
  readonly alternative: string;
}

/** What a person may answer; nothing if they would rather not. */
type Answer = 'action' | 'alternative';

let asked = 0;

/**
 * Asks before something that cannot be undone, in a dialog over the page. The focus begins on the
 * safe answer and goes back to where it was; Escape and a click beside the dialog are a no.
 */
export async function confirmed(question: Question): Promise<boolean> {
  return (await ask(question)) === 'action';
}

/** The same with a way around it; resolves to nothing for a no. */
export function choose(choice: Choice): Promise<Answer | undefined> {
  return ask(choice);
}

function ask(question: Question & Partial<Choice>): Promise<Answer | undefined> {
  const dialog = document.createElement('dialog');
  dialog.className = 'confirmation';
  asked += 1;
  const id = `confirmation-${asked}`;
  dialog.setAttribute('role', 'alertdialog');
  dialog.setAttribute('aria-labelledby', `${id}-title`);
  dialog.setAttribute('aria-describedby', `${id}-text`);
  render(template(question, dialog, id), dialog);
  document.body.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener('click', ({ target, detail }) => {
      // The second click of a double one on what opened it was not meant for it.
      if (target === dialog && detail < 2) {
        dialog.close();
      }
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      render(nothing, dialog);
      const { returnValue } = dialog;
      resolve(returnValue === 'action' || returnValue === 'alternative' ? returnValue : undefined);
    });
    dialog.showModal();
  });
}

function template(
  { title, explanation, action, alternative }: Question & Partial<Choice>,
  dialog: HTMLDialogElement,
  id: string,
) {
  return html`
    <div class="confirmation-card">
      <h2 id=${`${id}-title`}>${title}</h2>
      <p id=${`${id}-text`}>${explanation}</p>
      <div class="confirmation-answers">
        <button
          class="button"
          type="button"
          autofocus
          data-testid="cancel"
          @click=${() => {
            dialog.close();
          }}
        >
          ${text('confirm.cancel')}
        </button>
        <button
          class="button danger"
          type="button"
          data-testid="confirm"
          @click=${() => {
            dialog.close('action');
          }}
        >
          ${action}
        </button>
        ${
          alternative
            ? html`<button
                class="button primary"
                type="button"
                data-testid="alternative"
                @click=${() => {
                  dialog.close('alternative');
                }}
              >
                ${alternative}
              </button>`
            : nothing
        }
      </div>
    </div>
  `;
}
