import type { JourneyController } from '../journey/journey-controller';
import { text } from '../messages/messages';
import type { Goal } from '../mood/goal';
import type { Choice } from '../photo/chosen-file';
import { PhotoRefusedError, type PreparedPhoto } from '../photo/prepare-photo';
import type { Session } from '../session/session';
import type { LightDomElement } from '../shared/light-dom-element';

/** How a photo comes to the main page: from a file or the camera, one at a time, if the person agrees. */
export class PhotoIntake {
  private camera = false;
  private isFileChosen = false;
  private said: (() => string) | undefined;

  /** @param goal what music is to do, of the photo that is taken next */
  constructor(
    private readonly host: LightDomElement,
    private readonly session: Session,
    private readonly journeys: JourneyController,
    private readonly goal: () => Goal,
  ) {}

  get isCameraOpen(): boolean {
    return this.camera;
  }

  /**
   * Whether a file that was chosen is taken as soon as the agreement is written. Its place is made at the
   * person's click: what moves the page later is taken for a shift.
   */
  get isFileExpected(): boolean {
    return this.isFileChosen && this.session.consent.isBeingGiven;
  }

  /** What there is to say beside the photo, in whichever language the page is shown now. */
  get note(): string | undefined {
    return this.said?.();
  }

  forgetNote(): void {
    this.say(undefined);
  }

  readonly takeFile = ({ detail }: CustomEvent<Choice>): Promise<void> => this.takeChoice(detail);

  /** Takes the photo of what was chosen, or says why there is none in it. */
  async takeChoice(choice: Choice): Promise<void> {
    this.isFileChosen = choice.file !== undefined;
    const mayTake = await this.mayTake();
    this.isFileChosen = false;
    if (!mayTake) {
      return;
    }
    if (!choice.file) {
      await this.journeys.discard();
      this.journeys.fail(new PhotoRefusedError('photo.error.folder'));
      return;
    }
    if (choice.count > 1) {
      const count = String(choice.count);
      this.say(() => text('home.several', { count }));
    }
    await this.journeys.start(choice.file, this.goal());
  }

  readonly openCamera = async (): Promise<void> => {
    if (await this.mayTake()) {
      await import('../camera/camera-dialog');
      this.showCamera(true);
    }
  };

  readonly closeCamera = async (): Promise<void> => {
    this.showCamera(false);
    await this.focusCameraButton();
  };

  /** Takes the photo that the camera made. */
  readonly takePhoto = async ({ detail: photo }: CustomEvent<PreparedPhoto>): Promise<void> => {
    if (!this.journeys.isBusy) {
      await this.journeys.take(photo, this.goal());
    }
  };

  /** Lets the person choose a file where there is no camera. */
  readonly chooseInstead = (): void => {
    this.host.querySelector('photo-picker')?.choose();
  };

  /** Sends a photo that the person was asked about. */
  readonly proceed = async (): Promise<void> => {
    if (await this.isAgreed()) {
      await this.journeys.proceed();
    }
  };

  readonly discard = async (): Promise<void> => {
    this.forgetNote();
    await this.journeys.discard();
    await this.focusCameraButton();
  };

  /** Whether a photo may be taken now; says why if not. */
  private async mayTake(): Promise<boolean> {
    this.forgetNote();
    if (this.journeys.isBusy) {
      this.say(() => text('home.busy'));
      return false;
    }
    if (!(await this.isAgreed())) {
      return false;
    }
    return !this.journeys.isBusy;
  }

  /** Whether the person agrees, now or earlier; says why nothing goes on if not. */
  private async isAgreed(): Promise<boolean> {
    try {
      if (await this.session.consent.ensure()) {
        return true;
      }
      this.say(() => text('home.declined'));
    } catch (error) {
      this.journeys.fail(error);
    }
    return false;
  }

  private say(words: (() => string) | undefined): void {
    this.said = words;
    this.host.requestUpdate();
  }

  private showCamera(open: boolean): void {
    this.camera = open;
    this.host.requestUpdate();
  }

  private async focusCameraButton(): Promise<void> {
    await this.host.updateComplete;
    this.host.querySelector<HTMLElement>('[data-testid=camera-open]')?.focus();
  }
}
