import { account } from './account';
import { app } from './app';
import { camera } from './camera';
import { confirm } from './confirm';
import { consent } from './consent';
import { history } from './history';
import { home } from './home';
import { insights } from './insights';
import { journey } from './journey';
import { landing } from './landing';
import { mood } from './mood';
import { photo } from './photo';
import { player } from './player';
import { playlist } from './playlist';
import { profile } from './profile';
import { retention } from './retention';
import { saved } from './saved';
import { settings } from './settings';
import { trouble } from './trouble';

/** Every text of the page in English, a file for each feature. */
export const en = {
  ...account,
  ...app,
  ...camera,
  ...confirm,
  ...consent,
  ...history,
  ...home,
  ...insights,
  ...journey,
  ...landing,
  ...mood,
  ...photo,
  ...player,
  ...playlist,
  ...profile,
  ...retention,
  ...saved,
  ...settings,
  ...trouble,
} as const;
