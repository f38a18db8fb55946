import { LitElement } from 'lit';

/**
 * An element that renders into the page itself and not into a shadow root: one set of styles and
 * tokens holds for the whole page, labels and descriptions reach across elements, and any tool finds
 * what is on the page with a plain selector.
 */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Tells the elements around this one what happened here. */
  protected emit(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}
