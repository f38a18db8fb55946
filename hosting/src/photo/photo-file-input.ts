import { html, type TemplateResult } from 'lit';
import { chooseFile, type Choice } from './chosen-file';

interface PhotoFileInput {
  /** Names it, for its label and for tests. */
  readonly id: string;
  readonly disabled?: boolean;
  /** Called when something was chosen. */
  readonly onChoice: (choice: Choice) => void;
}

/** The browser's choice of files, for a photo. It is not seen: its label is what is pressed. */
export function photoFileInput({ id, disabled = false, onChoice }: PhotoFileInput): TemplateResult {
  const take = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const choice = chooseFile(input.files);
    // So that the same file can be chosen again.
    input.value = '';
    if (choice.count > 0) {
      onChoice(choice);
    }
  };
  return html`
    <input
      class="visually-hidden"
      id=${id}
      type="file"
      accept="image/*,.heic,.heif,.avif,.jxl"
      data-testid=${id}
      ?disabled=${disabled}
      @change=${take}
    />
  `;
}
