import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { html, nothing } from 'lit';
import { text, type MessageKey } from '../messages/messages';
import { accountTrouble, type AccountTrouble } from './account-trouble';

/** Does one thing about the account at a time, and keeps what came of it to be shown. */
export class AccountTask implements ReactiveController {
  trouble: AccountTrouble | undefined;
  done: MessageKey | undefined;
  isBusy = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.trouble = undefined;
    this.done = undefined;
  }

  /**
   * Does it, unless something is wrong with what was typed or something else is in flight.
   *
   * @param mistake what is wrong with the form
   * @param done what to say when it is done; nothing if that is seen anyway
   * @param asksPasswordOnly whether the address is known, so that only the password can be wrong
   * @returns whether it was done
   */
  async run(
    act: () => Promise<void>,
    {
      mistake,
      done,
      asksPasswordOnly = false,
    }: {
      mistake?: AccountTrouble | undefined;
      done?: MessageKey;
      asksPasswordOnly?: boolean;
    } = {},
  ): Promise<boolean> {
    if (this.isBusy) {
      return false;
    }
    this.done = undefined;
    this.trouble = mistake;
    if (!mistake) {
      this.isBusy = true;
      this.host.requestUpdate();
      try {
        await act();
        this.done = done;
      } catch (error) {
        console.warn('The account could not be changed', (error as { code?: unknown }).code);
        this.trouble = accountTrouble(error, asksPasswordOnly);
        this.isBusy = false;
        this.host.requestUpdate();
        return false;
      }
      this.isBusy = false;
    }
    this.host.requestUpdate();
    return !mistake;
  }

  /** What came of it, for eyes and screen readers. */
  outcome(errorId: string) {
    return html`
      <div class="account-outcome" id=${errorId} role="alert">
        ${
          this.trouble
            ? html`<p class="trouble" data-testid="error">${text(this.trouble.key)}</p>`
            : nothing
        }
      </div>
      <div class="account-outcome" role="status">
        ${
          this.done
            ? html`<p class="note" data-testid="account-done">${text(this.done)}</p>`
            : nothing
        }
      </div>
    `;
  }
}
