import { html, nothing, type TemplateResult } from 'lit';

/** One of several choices. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

/** A few choices side by side, of which one holds; its test ids are `name-value`. */
export function choices<Value extends string>(
  name: string,
  title: string,
  offered: readonly Choice<Value>[],
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`
    <fieldset class="choices">
      <legend>${title}</legend>
      <div class="segments">
        ${offered.map(
          ({ value, label, hint }) => html`
            <label>
              <input
                class="visually-hidden"
                type="radio"
                name=${name}
                value=${value}
                data-testid=${`${name}-${value}`}
                .checked=${value === chosen}
                @change=${() => {
                  choose(value);
                }}
              />
              <span class="segment">
                <strong>${label}</strong>${hint ? html`<small>${hint}</small>` : nothing}
              </span>
            </label>
          `,
        )}
      </div>
    </fieldset>
  `;
}
