import type { ReactiveControllerHost } from 'lit';
import { AT_START, isInFlight, type Journey } from './journey';
import type { JourneyDependencies } from './journey-dependencies';
import { SlowStepTimer } from './slow-step-timer';

/** The journey that is shown, and the elements that show it. The tab remembers what it is at. */
export class ShownJourney {
  private journey: Journey | undefined;
  private readonly hosts = new Set<ReactiveControllerHost>();
  private readonly slowTimer = new SlowStepTimer(() => {
    this.change({ slow: true });
  });

  constructor(private readonly tab: JourneyDependencies['tab']) {}

  /** The journey that is shown; nothing before the first. */
  get current(): Journey | undefined {
    return this.journey;
  }

  /** Renders an element anew with all news, until it is detached. */
  attach(host: ReactiveControllerHost): void {
    this.hosts.add(host);
  }

  detach(host: ReactiveControllerHost): void {
    this.hosts.delete(host);
  }

  /** Takes news of the journey, which begins with them if there is none. */
  change(news: Partial<Journey>): void {
    const { trouble, ...before } = this.journey ?? AT_START;
    // A result that comes after all outweighs what went wrong on the way.
    const arrived = news.mood !== undefined || news.playlist !== undefined;
    this.put({ ...before, ...(trouble && !arrived && { trouble }), slow: false, ...news });
  }

  /** Shows another journey, or this one from its start. */
  put(journey: Journey): void {
    this.journey = journey;
    if (journey.mood && !isInFlight(journey)) {
      this.tab.current = undefined;
      this.tab.finished = journey.mood.id;
    }
    this.slowTimer.renew(journey);
    this.publish();
  }

  /** Lets go of the journey. Nothing is published, for another one may begin; else {@link publish} is to follow. */
  clear(): void {
    this.slowTimer.end();
    if (this.journey?.photo) {
      URL.revokeObjectURL(this.journey.photo.url);
    }
    this.journey = undefined;
    this.tab.current = undefined;
    this.tab.finished = undefined;
  }

  publish(): void {
    this.hosts.forEach((host) => {
      host.requestUpdate();
    });
  }

  /** Ends for good. */
  close(): void {
    this.clear();
    this.hosts.clear();
  }
}
