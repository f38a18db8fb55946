// Turns Terraform's output dead_letters, on the standard input, into lines: function, trigger, topic.
import { readFileSync } from 'node:fs';

for (const [name, { trigger, topic }] of Object.entries(JSON.parse(readFileSync(0, 'utf8')))) {
  console.log(name, trigger, topic);
}
