/** In place of the router's: ours is drawn by the pages, and Taro's brings a whole library of web components along. */
export function initTabbar(): void {
  // Nothing to draw.
}
