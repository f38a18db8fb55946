import { html, type TemplateResult } from 'lit';
import type { PageName } from '../session/router';
import type { Session } from '../session/session';

/** How a page is fetched, and the element that shows it. */
interface Page {
  readonly load: () => Promise<unknown>;
  readonly render: (session: Session) => TemplateResult;
}

export const PAGES: Readonly<Record<PageName, Page>> = {
  home: {
    load: () => import('../home/moodify-home'),
    render: (session) => html`<moodify-home .session=${session}></moodify-home>`,
  },
  history: {
    load: () => import('../history/history-page'),
    render: (session) => html`<history-page .session=${session}></history-page>`,
  },
  insights: {
    load: () => import('../insights/insights-page'),
    render: (session) => html`<insights-page .session=${session}></insights-page>`,
  },
  saved: {
    load: () => import('../saved/saved-page'),
    render: (session) => html`<saved-page .session=${session}></saved-page>`,
  },
  profile: {
    load: () => import('../profile/profile-page'),
    render: (session) => html`<profile-page .session=${session}></profile-page>`,
  },
};
