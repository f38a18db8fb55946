import type { Page } from '@playwright/test';

/** Counts what Firestore bills as read documents, from now on. */
export interface DocumentsRead {
  /** How many documents the server has sent to the page so far. */
  count(): Promise<number>;
}

interface Counting {
  documentsRead: () => number;
}

/**
 * Counts the documents that Firestore sends to a page: every change of a document in its answers
 * (those of listeners, which queries and single reads of the SDK are as well), and every document that
 * is asked for and not there. To be called before the page is opened.
 */
export async function countDocumentsRead(page: Page): Promise<DocumentsRead> {
  await page.addInitScript(() => {
    const answers: string[] = [];
    (window as unknown as Counting).documentsRead = () =>
      answers.join(' ').match(/"(documentChange|documentDelete|found|missing)":/g)?.length ?? 0;

    const plainFetch = window.fetch.bind(window);
    window.fetch = async (...request) => {
      const answer = await plainFetch(...request);
      if (!answer.url.includes('google.firestore') || !answer.body) {
        return answer;
      }
      const [forPage, forCount] = answer.body.tee();
      const place = answers.push('') - 1;
      void (async () => {
        const reader = forCount.pipeThrough(new TextDecoderStream()).getReader();
        for (;;) {
          const { done, value } = await reader.read();
          if (done) {
            return;
          }
          answers[place] = (answers[place] ?? '') + value;
        }
      })().catch(() => undefined);
      return new Response(forPage, answer);
    };

    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this`
    const { open } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...request: unknown[]) {
      if (String(request[1]).includes('google.firestore')) {
        const place = answers.push('') - 1;
        for (const event of ['progress', 'load']) {
          this.addEventListener(event, () => {
            answers[place] = this.responseText;
          });
        }
      }
      Reflect.apply(open, this, request);
    };
  });
  return {
    count: () => page.evaluate(() => (window as unknown as Counting).documentsRead()),
  };
}
