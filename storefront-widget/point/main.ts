import '../elements/shell.ts';
import './point.css';
import '../earnings/earnings.css';
import { EarningsView } from '../earnings/earnings-view.ts';
import { QrPicture } from '../elements/qr-picture.ts';
import { CounterDesk } from './counter-desk.ts';
import { CounterQris } from './counter-qris.ts';
import { HandOver } from './hand-over.ts';
import { TakeIn } from './take-in.ts';

customElements.define('berjubel-qr', QrPicture);
customElements.define('berjubel-counter-qris', CounterQris);
customElements.define('berjubel-take-in', TakeIn);
customElements.define('berjubel-hand-over', HandOver);
customElements.define('berjubel-earnings', EarningsView);
customElements.define('berjubel-counter', CounterDesk);
