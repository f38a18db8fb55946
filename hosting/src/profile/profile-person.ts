import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { troubleMessage } from '../firebase/trouble';
import { text, type MessageKey } from '../messages/messages';
import { PhotoRefusedError } from '../photo/prepare-photo';
import type { Session } from '../session/session';
import type { Profile } from '../settings/profile';
import { announce } from '../shared/announcer';
import { LightDomElement } from '../shared/light-dom-element';
import './person-picture';
import { makePicture } from './picture';
import { PictureStore } from './picture-store';

/** What the rules allow, in UTF-16 units. */
const LONGEST_NAME = 100;

/** The person's name and picture. Fires `save`. */
@customElement('profile-person')
export class ProfilePerson extends LightDomElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) profile!: Profile;

  /** What the person types and has not saved; absent where that is nothing. */
  @state() private typed: string | undefined;
  @state() private isBusy = false;
  @state() private trouble: MessageKey | undefined;

  @query('input[type=file]') private fileInput!: HTMLInputElement;

  protected override render() {
    const { displayName } = this.profile;
    const { email, name, isGuest } = this.session.person;
    return html`
      <section class="card profile-section profile-person" aria-labelledby="person-title">
        <h2 id="person-title" class="visually-hidden">${text('profile.person')}</h2>
        <div class="profile-face">
          <person-picture
            .session=${this.session}
            .profile=${this.profile}
            aria-busy=${this.isBusy}
          ></person-picture>
          <div class="profile-who">
            <p class="profile-name" data-testid="profile-name">
              ${(displayName ?? name) || text('profile.nameless')}
            </p>
            <p class="soft"><bdi>${isGuest ? text('profile.guest') : email}</bdi></p>
            ${this.pictureActions()}
          </div>
        </div>
        <div role="alert">
          ${
            this.trouble
              ? html`<p class="trouble" data-testid="picture-error">${text(this.trouble)}</p>`
              : nothing
          }
        </div>
        ${this.nameForm(displayName)}
      </section>
    `;
  }

  private pictureActions() {
    const { picture = false } = this.profile;
    return html`
      <div class="profile-actions">
        <input
          class="visually-hidden"
          type="file"
          accept="image/*"
          tabindex="-1"
          aria-hidden="true"
          data-testid="picture-input"
          @change=${this.choosePicture}
        />
        <button
          type="button"
          class="button small"
          data-testid="picture-choose"
          ?disabled=${this.isBusy}
          @click=${() => {
            this.fileInput.click();
          }}
        >
          ${text(
            this.isBusy
              ? 'profile.picture.saving'
              : picture
                ? 'profile.picture.change'
                : 'profile.picture.choose',
          )}
        </button>
        ${
          picture && !this.isBusy
            ? html`<button
                type="button"
                class="quiet"
                data-testid="picture-remove"
                @click=${this.removePicture}
              >
                ${text('profile.picture.remove')}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  private nameForm(saved = '') {
    const value = this.typed ?? saved;
    return html`
      <form class="profile-name-form" @submit=${this.saveName}>
        <label class="field">
          <span>${text('profile.name')}</span>
          <input
            name="display-name"
            autocomplete="name"
            maxlength=${LONGEST_NAME}
            data-testid="display-name"
            .value=${value}
            @input=${(event: Event) => {
              this.typed = (event.target as HTMLInputElement).value;
            }}
          />
        </label>
        <button
          type="submit"
          class="button"
          data-testid="save-name"
          ?disabled=${value.trim() === saved}
        >
          ${text('profile.name.save')}
        </button>
      </form>
    `;
  }

  private saveName(event: Event) {
    event.preventDefault();
    const name = this.typed?.trim();
    if (name !== undefined) {
      this.typed = undefined;
      this.emit('save', { displayName: name === '' ? null : name });
    }
  }

  private async choosePicture() {
    const [file] = this.fileInput.files ?? [];
    // So that choosing the same file again is a choice.
    const input = this.fileInput;
    if (file) {
      await this.change(async (store) => {
        await store.write(await makePicture(file));
        await this.session.profile.save({ picture: true });
        announce(text('profile.picture.saved'));
      });
    }
    input.value = '';
  }

  private removePicture() {
    return this.change(async (store) => {
      await store.remove();
      await this.session.profile.save({ picture: false });
      announce(text('profile.picture.removed'));
    });
  }

  private async change(work: (store: PictureStore) => Promise<void>) {
    this.trouble = undefined;
    this.isBusy = true;
    try {
      await work(new PictureStore(this.session.stores.storage, this.session.person.uid));
      await this.querySelector('person-picture')?.reload();
    } catch (error) {
      console.warn('The picture could not be changed', error);
      this.trouble = error instanceof PhotoRefusedError ? error.key : troubleMessage(error);
    }
    this.isBusy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'profile-person': ProfilePerson;
  }
}
