import { apiOf } from '../firebase/api';
import type { Configuration } from '../firebase/configuration';
import { openProject, type Project } from '../firebase/project';
import { Account } from './account';

/**
 * Opens the project and whose account it is. A module of its own, because it brings Firebase along:
 * what greets a newcomer is there before it.
 */
export async function openAccount(
  configuration: Configuration,
): Promise<{ project: Project; account: Account }> {
  const project = await openProject(configuration);
  return { project, account: new Account(project.auth, apiOf(project), configuration.signInWays) };
}
