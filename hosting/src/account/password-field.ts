import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import './password-field.css';

let fields = 0;

/** A password, hidden until the person wants to see it. */
@customElement('password-field')
export class PasswordField extends LightDomElement {
  @property() name = 'password';
  @property() label = '';
  @property() hint = '';
  @property() autocomplete: 'current-password' | 'new-password' = 'current-password';
  @property({ attribute: 'test-id' }) testId = 'password';
  /** The id of the element that says what is wrong. */
  @property({ attribute: 'error-id' }) errorId = '';
  @property({ type: Boolean }) invalid = false;

  @state() private isShown = false;

  @query('input') private input!: HTMLInputElement;

  private readonly id_ = `password-${(fields += 1)}`;

  /** What is typed. */
  get value(): string {
    return this.input.value;
  }

  clear(): void {
    this.input.value = '';
    this.isShown = false;
  }

  override focus(): void {
    this.input.focus();
  }

  protected override render() {
    const described = [this.hint && `${this.id_}-hint`, this.errorId].filter(Boolean).join(' ');
    return html`
      <div class="field">
        <label for=${this.id_}>${this.label}</label>
        <div class="password-box">
          <input
            id=${this.id_}
            name=${this.name}
            type=${this.isShown ? 'text' : 'password'}
            autocomplete=${this.autocomplete}
            autocapitalize="none"
            spellcheck="false"
            dir="ltr"
            data-testid=${this.testId}
            aria-invalid=${this.invalid}
            aria-describedby=${described || nothing}
          />
          <button
            class="quiet"
            type="button"
            aria-pressed=${this.isShown}
            aria-label=${text('account.password.show.label')}
            @click=${() => {
              this.isShown = !this.isShown;
            }}
          >
            ${text('account.password.show')}
          </button>
        </div>
        ${this.hint ? html`<small class="soft" id="${this.id_}-hint">${this.hint}</small>` : nothing}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'password-field': PasswordField;
  }
}
