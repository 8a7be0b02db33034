/** Tags WXML knows. Source: developers.weixin.qq.com, "组件" (base library 3.x), Skyline components included. */
export const builtInTags: ReadonlySet<string> = new Set(
  `view text image button input textarea scroll-view swiper swiper-item icon progress rich-text checkbox checkbox-group radio
   radio-group label picker picker-view picker-view-column slider switch form editor navigator functional-page-navigator audio
   video camera live-player live-pusher map canvas open-data web-view ad ad-custom official-account cover-view cover-image
   movable-area movable-view match-media page-container page-meta navigation-bar custom-wrapper root-portal keyboard-accessory
   share-element voip-room block template import include wxs slot page channel-live channel-video grid-view list-view
   sticky-header sticky-section snapshot span list-builder nested-scroll-body nested-scroll-header open-container
   draggable-sheet grid-builder selection store-home store-product store-coupon official-account-publish
   double-tap-gesture-handler force-press-gesture-handler horizontal-drag-gesture-handler long-press-gesture-handler
   pan-gesture-handler scale-gesture-handler tap-gesture-handler vertical-drag-gesture-handler`.split(/\s+/),
)
