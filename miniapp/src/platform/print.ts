import { IS_BROWSER } from './target'

/** WeChat has no printing. */
export const CAN_PRINT = IS_BROWSER

/** Opens the browser's own print window; what is not to be printed carries the class `ov-no-print`. */
export function printPage(): void {
  window.print()
}
