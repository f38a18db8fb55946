import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { RouteController } from '../session/router';
import type { Session } from '../session/session';
import { LightDomElement } from '../shared/light-dom-element';
import './history-entry';
import './history-list';

/** `/history`, all entries by day, and `/history/{moodId}`, one of them. */
@customElement('history-page')
export class HistoryPage extends LightDomElement {
  @property({ attribute: false }) session!: Session;

  private readonly routes = new RouteController(this);

  /** The page is there when what it shows is, so that the frame finds its heading. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    const shown = this.querySelector<LightDomElement>('history-list, history-entry');
    await shown?.updateComplete;
    return isDone;
  }

  protected override render() {
    const { moodId } = this.routes.route;
    return moodId === undefined
      ? html`<history-list .session=${this.session}></history-list>`
      : // A new element for another entry: nothing of one is shown with the next.
        keyed(
          moodId,
          html`<history-entry .session=${this.session} mood-id=${moodId}></history-entry>`,
        );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'history-page': HistoryPage;
  }
}
