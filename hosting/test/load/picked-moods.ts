import type { Person } from '../api/person';
import { stack } from '../stack';

const DOCUMENTS = `projects/${stack.projectId}/databases/(default)/documents`;
const COMMIT = `http://${stack.host}:${stack.firestore}/v1/${DOCUMENTS}:commit`;

/**
 * Picks a mood by hand, through the rules.
 *
 * @returns whether they took it
 */
export function pickMood(person: Person, moodId: string, emotion: string): Promise<boolean> {
  return commit(person, moodId, {
    update: {
      name: nameOf(person, moodId),
      fields: {
        source: { stringValue: 'manual' },
        status: { stringValue: 'ready' },
        emotion: { stringValue: emotion },
      },
    },
    updateTransforms: [now('createdAt')],
    currentDocument: { exists: false },
  });
}

/**
 * Asks for other music for a mood, through the rules.
 *
 * @returns whether they took it
 */
export function setGoal(person: Person, moodId: string, goal: string): Promise<boolean> {
  return commit(person, moodId, {
    update: { name: nameOf(person, moodId), fields: { goal: { stringValue: goal } } },
    updateMask: { fieldPaths: ['goal'] },
  });
}

/** As whoever wants to write as much as possible: continues the minute's counter, else begins one. */
async function commit(person: Person, moodId: string, write: object): Promise<boolean> {
  const continues = [now('at'), { fieldPath: 'writes', increment: { integerValue: '1' } }];
  const starts = [now('at'), now('windowStart')];
  return (
    (await send(person, [write, counter(person, moodId, ['last'], {}, continues)])) ||
    send(person, [
      write,
      counter(person, moodId, ['last', 'writes'], { writes: { integerValue: '1' } }, starts),
    ])
  );
}

function counter(
  person: Person,
  moodId: string,
  fieldPaths: readonly string[],
  fields: object,
  updateTransforms: readonly object[],
) {
  const name = `${DOCUMENTS}/users/${person.uid}/limits/moods`;
  return {
    update: { name, fields: { last: { stringValue: moodId }, ...fields } },
    updateMask: { fieldPaths },
    updateTransforms,
  };
}

const now = (fieldPath: string) => ({ fieldPath, setToServerValue: 'REQUEST_TIME' });

const nameOf = ({ uid }: Person, moodId: string) => `${DOCUMENTS}/users/${uid}/moods/${moodId}`;

async function send({ token }: Person, writes: readonly object[]): Promise<boolean> {
  const answer = await fetch(COMMIT, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ writes }),
  });
  if (!answer.ok && ![403, 409, 429].includes(answer.status)) {
    throw new Error(`${answer.status} ${await answer.text()}`);
  }
  return answer.ok;
}
