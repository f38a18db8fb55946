import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import { holdUndo, notify, watchNotice, type Notice } from '../shared/notices';
import './notice-bar.css';

/** Shows what {@link notify} was given, over whatever page there is. */
@customElement('notice-bar')
export class NoticeBar extends LightDomElement {
  @state() private notice: Notice | undefined;

  private unwatch: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = watchNotice((notice) => {
      this.notice = notice;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
  }

  protected override render() {
    const { notice } = this;
    return html`
      <div
        class="notice-bar"
        role=${notice?.kind === 'done' ? 'status' : 'alert'}
        @pointerenter=${hold}
        @pointerleave=${release}
        @focusin=${hold}
        @focusout=${release}
      >
        ${
          notice
            ? html`
                <p data-testid="notice" data-kind=${notice.kind}>
                  ${text(notice.key, notice.values)}
                </p>
                ${notice.action ? this.button(notice.action.key, notice.action.run) : nothing}
                ${this.button('app.dismiss')}
              `
            : nothing
        }
      </div>
    `;
  }

  private button(key: NonNullable<Notice['action']>['key'], run?: () => void) {
    return html`
      <button
        type="button"
        class="quiet"
        data-testid=${key === 'app.undo' ? 'undo' : nothing}
        @click=${() => {
          // What can be taken back would be done for good when its notice goes.
          if (key === 'app.undo') {
            run?.();
            return;
          }
          notify(undefined);
          run?.();
        }}
      >
        ${text(key)}
      </button>
    `;
  }
}

const hold = () => {
  holdUndo(true);
};
const release = () => {
  holdUndo(false);
};

declare global {
  interface HTMLElementTagNameMap {
    'notice-bar': NoticeBar;
  }
}
