// The order matters: later ones override.
import './ui/mantine.css';
import './ui/tokens.css';
import './ui/styles.css';
import './ui/banners.css';
import './shell/shell.css';
import './features/numbers/numbers.css';
import './features/numbers/leaseRow.css';
import './features/numbers/countdown.css';
import './features/numbers/currentLeases.css';
import './features/inbox/inbox.css';
