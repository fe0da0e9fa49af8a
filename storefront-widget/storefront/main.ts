import '../elements/shell.ts';
import './browse/index.ts';
import './buy.ts';
