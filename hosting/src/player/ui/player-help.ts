import { html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { text } from '../../messages/messages';
import { LightDomElement } from '../../shared/light-dom-element';
import { readPlayerSettings, writePlayerSettings } from '../engine/player-settings';
import { iconButton } from './player-parts';
import { SHORTCUTS } from './shortcuts';

/** Says which keys do what, and lets a person switch them off. */
@customElement('player-help')
export class PlayerHelp extends LightDomElement {
  @state() private enabled = readPlayerSettings().shortcuts;

  @query('dialog') private dialog!: HTMLDialogElement;

  /** Opens it, or closes it if it is open. */
  toggle(): void {
    if (this.dialog.open) {
      this.dialog.close();
    } else {
      this.enabled = readPlayerSettings().shortcuts;
      this.dialog.showModal();
    }
  }

  protected override render() {
    return html`
      <dialog
        class="player-help"
        data-testid="player-help-dialog"
        aria-labelledby="player-help-title"
        @click=${this.closeOutside}
      >
        <div class="player-help-content">
          <header>
            <h2 id="player-help-title">${text('shortcut.title')}</h2>
            ${iconButton('close', text('player.close'), 'player-help-close', () => {
              this.dialog.close();
            })}
          </header>
          <dl>
            ${SHORTCUTS.map(
              ({ label, text: key }) => html`
                <div>
                  <dt><kbd>${label}</kbd></dt>
                  <dd>${text(key)}</dd>
                </div>
              `,
            )}
          </dl>
          <p class="soft">${text('shortcut.space')}</p>
          <label class="switch">
            <input
              type="checkbox"
              data-testid="shortcuts-enabled"
              .checked=${this.enabled}
              @change=${(event: Event) => {
                this.enabled = (event.target as HTMLInputElement).checked;
                writePlayerSettings({ shortcuts: this.enabled });
              }}
            />
            <span>${text('shortcut.enabled')}</span>
          </label>
        </div>
      </dialog>
    `;
  }

  /** The content fills the dialog, so that a click on the dialog itself is one beside it. */
  private closeOutside(event: Event) {
    if (event.target === this.dialog) {
      this.dialog.close();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'player-help': PlayerHelp;
  }
}
