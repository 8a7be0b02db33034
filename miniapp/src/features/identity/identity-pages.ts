const here = (screen: string) => `/features/identity/pages/${screen}/index`

/** Pages of this feature that only it leads to; the others are in platform/pages.ts. */
export const IDENTITY_PAGES = {
  signInCode: '/pages/sign-in-code/index',
  provincial: here('provincial'),
  bindPhone: here('bind-phone'),
  bindPhoneCode: here('bind-phone-code'),
  devices: here('devices'),
  signOutEverywhere: here('sign-out-everywhere'),
  signOut: here('sign-out'),
  myData: here('my-data'),
  activity: here('activity'),
  exportData: here('export-data'),
  deleteAccount: here('delete-account'),
  accountDeleted: here('account-deleted'),
  textSize: here('text-size'),
} as const
