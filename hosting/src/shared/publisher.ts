/** Publishes values to whoever has subscribed. */
export class Publisher<Value = void> {
  private readonly subscribers = new Set<(value: Value) => void>();

  /** Calls back with every value from now on. Returns what ends the subscription. */
  subscribe(subscriber: (value: Value) => void): () => void {
    this.subscribers.add(subscriber);
    return () => {
      this.subscribers.delete(subscriber);
    };
  }

  publish(value: Value): void {
    this.subscribers.forEach((subscriber) => {
      subscriber(value);
    });
  }

  /** Ends all subscriptions. */
  close(): void {
    this.subscribers.clear();
  }
}
