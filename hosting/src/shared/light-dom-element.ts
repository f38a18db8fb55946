import { LitElement } from 'lit';
import { watchLanguage } from '../messages/messages';

/**
 * An element that renders into the page itself and not into a shadow root: one set of styles and
 * tokens holds for the whole page, labels and descriptions reach across elements, and any tool finds
 * what is on the page with a plain selector. It is rendered anew when the language changes.
 */
export class LightDomElement extends LitElement {
  private unwatchLanguage: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatchLanguage = watchLanguage(() => {
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatchLanguage?.();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Dispatches an event that bubbles to the elements around this one. */
  protected emit(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}
