import { noChange, type ElementPart } from 'lit';
import { Directive, directive, PartType, type PartInfo } from 'lit/directive.js';

/**
 * Sets a CSS custom property on the element it stands in, through the object model: a `style`
 * attribute would be refused by a strict Content-Security-Policy.
 */
class CustomProperty extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) {
      throw new Error('customProperty stands in an element, not in an attribute or a text');
    }
  }

  override render(_name: `--${string}`, _value: string): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [name, value]: [`--${string}`, string]): typeof noChange {
    (part.element as HTMLElement).style.setProperty(name, value);
    return noChange;
  }
}

export const customProperty = directive(CustomProperty);
