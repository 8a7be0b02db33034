/** Pages that more than one place leads to. Each feature knows its own beside these. */
export const PAGES = {
  home: '/pages/home/index',
  services: '/pages/services/index',
  messages: '/pages/messages/index',
  me: '/pages/me/index',
  search: '/features/catalogue/pages/search/index',
  help: '/features/proxy/pages/start/index',
  mandates: '/features/proxy/pages/mandates/index',
  acting: '/features/proxy/pages/acting/index',
  booking: '/features/appointments/pages/start/index',
  bookingPlace: '/features/appointments/pages/office/index',
  bookingDay: '/features/appointments/pages/day/index',
  visits: '/features/appointments/pages/visits/index',
  crossProvince: '/features/cross-province/pages/start/index',
  caseNumber: '/features/progress/pages/case-number/index',
  myCases: '/features/progress/pages/my-cases/index',
  idCard: '/features/progress/pages/id-card/index',
  exitEntry: '/features/progress/pages/exit-entry/index',
  family: '/features/family/pages/list/index',
  healthCode: '/features/health-code/pages/code/index',
  wallet: '/features/licences/pages/wallet/index',
  contributions: '/features/licences/pages/contributions/index',
  actingEnded: '/pages/acting-ended/index',
  signIn: '/pages/sign-in/index',
  realName: '/features/identity/pages/real-name/index',
  stepUp: '/features/identity/pages/step-up/index',
  privacy: '/features/identity/pages/privacy/index',
  about: '/features/identity/pages/about/index',
  staffSignIn: '/features/staff/pages/sign-in/index',
  staffHome: '/features/staff/pages/home/index',
  tasks: '/features/volunteer/pages/tasks/index',
  openTask: '/features/volunteer/pages/open/index',
  endMandate: '/features/volunteer/pages/end/index',
  volunteers: '/features/volunteer/pages/volunteers/index',
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
