import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import { keptFor, RETAINED } from './retention';
import './retention-table.css';

const GROUPS = ['at-once', 'later', 'nothing'] as const;

/** What is kept and for how long, by what becomes of it when its person deletes the account. */
@customElement('retention-table')
export class RetentionTable extends LightDomElement {
  protected override render() {
    return html`
      <table aria-label=${text('retention.open')}>
        <thead>
          <tr>
            <th scope="col">${text('retention.head.what')}</th>
            <th scope="col">${text('retention.head.kept')}</th>
          </tr>
        </thead>
        ${GROUPS.map(
          (group) => html`
            <tbody>
              <tr>
                <th scope="rowgroup" colspan="2">${text(`retention.erased.${group}`)}</th>
              </tr>
              ${RETAINED.filter(({ erased }) => erased === group).map(
                (each) => html`
                  <tr>
                    <th scope="row">${text(`retention.what.${each.id}`)}</th>
                    <td>${keptFor(each)}</td>
                  </tr>
                `,
              )}
            </tbody>
          `,
        )}
      </table>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'retention-table': RetentionTable;
  }
}
