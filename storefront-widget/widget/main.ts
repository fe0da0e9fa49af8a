import { BerjubelWidget } from './berjubel-widget.ts';
import { ProductDialog } from './product-dialog.ts';

// A host page may carry the script twice.
if (!customElements.get('berjubel-widget')) {
  customElements.define('berjubel-widget-product', ProductDialog);
  customElements.define('berjubel-widget', BerjubelWidget);
}
