import '@fontsource-variable/figtree/wght.css';
import './style/tokens.css';
import './style/base.css';
import './app/moodify-app';
