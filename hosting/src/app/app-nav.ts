import { html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { RouteController, type PageName } from '../session/router';
import { LightDomElement } from '../shared/light-dom-element';
import './app-nav.css';

/** The pages in their order; the drawings lie on a field of 24 by 24. */
const PAGES: readonly { page: PageName; path: string; drawing: ReturnType<typeof svg> }[] = [
  {
    page: 'home',
    path: '/',
    drawing: svg`<circle cx="12" cy="12" r="8.5" /><path d="M8.5 13.5c1 2 6 2 7 0M9.3 9.6v.2M14.7 9.6v.2" />`,
  },
  {
    page: 'history',
    path: '/history',
    drawing: svg`<path d="M4 12a8 8 0 1 0 2.6-5.9L4 8.5M4 4v4.5h4.5M12 8v4.5l3 1.8" />`,
  },
  {
    page: 'insights',
    path: '/insights',
    drawing: svg`<path d="M5 20V11M12 20V4M19 20v-6" />`,
  },
  {
    page: 'saved',
    path: '/saved',
    drawing: svg`<path d="M7 4h10a1 1 0 0 1 1 1v15l-6-4.2L6 20V5a1 1 0 0 1 1-1z" />`,
  },
  {
    page: 'profile',
    path: '/profile',
    drawing: svg`<circle cx="12" cy="8.2" r="3.7" /><path d="M4.8 20c.8-4 3.7-5.7 7.2-5.7s6.4 1.7 7.2 5.7" />`,
  },
];

/** The way to every page: in the header, or along the bottom of a small screen. */
@customElement('app-nav')
export class AppNav extends LightDomElement {
  private readonly router = new RouteController(this);

  protected override render() {
    const { page } = this.router.route;
    return html`
      <nav class="app-nav" aria-label=${text('nav.label')}>
        <ul>
          ${PAGES.map(
            (entry) => html`
              <li>
                <a
                  href=${entry.path}
                  data-testid=${`nav-${entry.page}`}
                  aria-current=${entry.page === page ? 'page' : 'false'}
                >
                  <svg viewBox="0 0 24 24" aria-hidden="true">${entry.drawing}</svg>
                  <span>${text(`nav.${entry.page}`)}</span>
                </a>
              </li>
            `,
          )}
        </ul>
      </nav>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'app-nav': AppNav;
  }
}
