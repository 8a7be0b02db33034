/** Pages that more than one place leads to. Each feature knows its own beside these. */
export const PAGES = {
  home: '/pages/home/index',
  services: '/pages/services/index',
  messages: '/pages/messages/index',
  me: '/pages/me/index',
  coming: '/pages/coming/index',
  help: '/pages/help/index',
  family: '/features/family/pages/list/index',
  healthCode: '/features/health-code/pages/code/index',
  wallet: '/features/licences/pages/wallet/index',
  signIn: '/pages/sign-in/index',
  realName: '/features/identity/pages/real-name/index',
  stepUp: '/features/identity/pages/step-up/index',
  privacy: '/features/identity/pages/privacy/index',
  about: '/features/identity/pages/about/index',
  staffSignIn: '/features/staff/pages/sign-in/index',
  staffHome: '/features/staff/pages/home/index',
} as const

/** In the order of the tab bar. */
export const TABS = [
  { page: PAGES.home, title: '首页', icon: 'home' },
  { page: PAGES.services, title: '办事', icon: 'services' },
  { page: PAGES.messages, title: '消息', icon: 'messages' },
  { page: PAGES.me, title: '我的', icon: 'me' },
] as const

export type Tab = (typeof TABS)[number]

export function isTabPage(page: string): boolean {
  return TABS.some((tab) => tab.page === page.split('?')[0])
}
