import { expect, test } from 'vitest';
import {
  eraseAccount,
  exportData,
  listSecurityEvents,
  signOutEverywhere,
} from './generated/sdk.gen';
import { allDocuments, askForUpkeep, eventually, Person } from './person';

/** What a person is told, the newest first: what happened, with the way to sign in that it is about. */
async function eventsOf({ client }: Person): Promise<string[]> {
  const { data } = await listSecurityEvents({ client });
  return (data?.events ?? []).map(({ kind, method }) => (method ? `${kind} ${method}` : kind));
}

interface StoredEvent {
  fields: Record<
    'subject' | 'kind' | 'at' | 'expiresAt',
    { stringValue?: string; timestampValue?: string }
  >;
}

/** Everybody's events, as they are stored. */
async function storedEvents(): Promise<StoredEvent[]> {
  const documents = await allDocuments();
  return documents
    .filter((document) => document.includes('/documents/securityEvents/'))
    .map((document) => JSON.parse(document) as StoredEvent);
}

/** The name under which a person's events are stored, known by when they signed up. */
async function subjectOf({ client }: Person): Promise<string | undefined> {
  const { data } = await listSecurityEvents({ client });
  const signUp = data?.events.find(({ kind }) => kind === 'sign_up');
  const stored = (await storedEvents()).filter(
    ({ fields }) =>
      fields.kind.stringValue === 'sign_up' &&
      Date.parse(fields.at.timestampValue ?? '') === Date.parse(signUp?.at ?? ''),
  );
  expect(stored).toHaveLength(1);
  return stored[0]?.fields.subject.stringValue;
}

test('a person is told what happened with their account, and nobody else is', async () => {
  const [person, other] = await Promise.all([Person.withPassword(), Person.anonymous()]);
  await person.agree();
  await exportData({ client: person.client });

  expect(await eventsOf(person)).toEqual(['export_requested', 'consent_given', 'sign_up password']);
  expect(await eventsOf(other)).toEqual(['guest_started']);
});

test('what somebody has done past all functions is found by upkeep', async () => {
  const person = await Person.withPassword();

  await eventually('the event', async () => {
    await askForUpkeep();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return (await person.document('securityTrail/seen')) !== undefined;
  });

  expect(await subjectOf(person)).toMatch(/^[\w-]{43}$/);
});

test('who has signed out everywhere finds that in the next session', async () => {
  const credentials = { email: `${crypto.randomUUID()}@example.org`, password: 'correct horse' };
  const person = await Person.withPassword(credentials);
  // A token of the same second would stay good.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect((await signOutEverywhere({ client: person.client })).response.status).toBe(204);

  expect((await listSecurityEvents({ client: person.client })).response.status).toBe(401);
  expect(await eventsOf(await Person.signIn(credentials))).toEqual([
    'signed_out_everywhere',
    'sign_up password',
  ]);
});

test('after an erasure the trail is left, and does not say whose it is', async () => {
  const email = `${crypto.randomUUID()}@example.org`;
  const person = await Person.withPassword({ email, password: 'correct horse' });
  const subject = await subjectOf(person);

  expect((await eraseAccount({ client: person.client })).data).toEqual({ status: 'erased' });

  expect((await listSecurityEvents({ client: person.client })).response.status).toBe(401);
  expect(await person.traces()).toEqual([]);
  const left = (await storedEvents()).filter(
    ({ fields }) => fields.subject.stringValue === subject,
  );
  expect(left.map(({ fields }) => fields.kind.stringValue).sort()).toEqual([
    'erasure_begun',
    'erasure_ended',
    'sign_up',
  ]);
  expect(JSON.stringify(left)).not.toMatch(new RegExp(`${person.uid}|${email}`));
  for (const { fields } of left) {
    const [from, until] = [fields.at, fields.expiresAt].map((time) =>
      Date.parse(time.timestampValue ?? ''),
    );
    expect((until ?? 0) - (from ?? 0)).toBe(90 * 86_400_000);
  }
});
