import './style/layers.css';
import './style/fonts.css';
import './style/tokens.css';
import './style/animations.css';
import './style/base.css';
import './app/moodify-app';
import { setLanguage } from './messages/messages';
import { rememberedLanguage, rememberedTheme } from './settings/device-settings';
import { keepPage } from './service-worker/register';
import { setTheme } from './settings/theme';

setTheme(rememberedTheme());
setLanguage(rememberedLanguage()).catch((error: unknown) => {
  // English comes with the page.
  console.warn('The language could not be loaded', error);
});
keepPage();
