import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { timeOf } from '../consent/retention';
import { ApiError, apiOf, apiTrouble } from '../firebase/api';
import { troubleMessage } from '../firebase/trouble';
import { asDayAndTime, asNumber, text, type MessageKey } from '../messages/messages';
import type { Session } from '../session/session';
import { LightDomElement } from '../shared/light-dom-element';
import './account-trail.css';
import { MOST_EVENTS, nameOf, readSecurityEvents, type SecurityEvent } from './security-events';

/** What happened with the person's account, so that they notice what was not them. Asked for when it is opened. */
@customElement('account-trail')
export class AccountTrail extends LightDomElement {
  @property({ attribute: false }) session!: Session;

  /** Absent until they have come. */
  @state() private events: readonly SecurityEvent[] | undefined;
  @state() private trouble: MessageKey | undefined;

  protected override render() {
    return html`
      <details data-testid="account-trail" @toggle=${this.toggled}>
        <summary>${text('profile.trail')}</summary>
        <p class="soft">
          ${text('profile.trail.hint', { time: timeOf('trail') })}
          ${this.session.person.isGuest ? nothing : text('profile.trail.not-you')}
        </p>
        <p class="soft" role="status">${this.status()}</p>
        <div role="alert">${this.trouble ? this.failure(this.trouble) : nothing}</div>
        ${this.events?.length ? this.list(this.events) : nothing}
      </details>
    `;
  }

  private status() {
    if (this.events?.length === 0) {
      return text('profile.trail.empty', { time: timeOf('trail') });
    }
    return this.events || this.trouble ? nothing : text('profile.trail.loading');
  }

  private failure(trouble: MessageKey) {
    return html`
      <p class="trouble" data-testid="trail-error">${text(trouble)}</p>
      <button
        type="button"
        class="button"
        data-testid="trail-retry"
        @click=${() => void this.load()}
      >
        ${text('trouble.retry')}
      </button>
    `;
  }

  private list(events: readonly SecurityEvent[]) {
    return html`
      <ol data-testid="trail-events">
        ${events.map(
          ({ happened, method, at }) => html`
            <li>
              <span
                >${text(happened)}${method ? html` <strong>${nameOf(method)}</strong>` : nothing}</span
              >
              <time class="soft" datetime=${at.toISOString()}>${asDayAndTime(at)}</time>
            </li>
          `,
        )}
      </ol>
      ${
        events.length >= MOST_EVENTS
          ? html`<p class="soft">
              ${text('profile.trail.most', { count: asNumber(MOST_EVENTS) })}
            </p>`
          : nothing
      }
    `;
  }

  /** Anew each time: something may have happened since. */
  private toggled({ target }: Event) {
    if ((target as HTMLDetailsElement).open) {
      void this.load();
    }
  }

  private async load() {
    this.trouble = undefined;
    this.events = undefined;
    try {
      this.events = await readSecurityEvents(apiOf(this.session.project));
    } catch (error) {
      console.warn('What happened with the account could not be read', error);
      this.trouble = error instanceof ApiError ? apiTrouble(error) : troubleMessage(error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-trail': AccountTrail;
  }
}
