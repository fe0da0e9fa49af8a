import '../elements/shell.ts';
import '../earnings/earnings.css';
import { EarningsView } from '../earnings/earnings-view.ts';
import { CommunityDesk } from './community-desk.ts';

customElements.define('berjubel-earnings', EarningsView);
customElements.define('berjubel-community-desk', CommunityDesk);
