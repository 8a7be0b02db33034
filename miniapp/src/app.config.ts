const BLUE = '#1552B5'

/** The page list: tabs and sign-in in the main package, one subpackage for each feature. */
export default defineAppConfig({
  entryPagePath: 'pages/home/index',
  pages: [
    'pages/home/index',
    'pages/services/index',
    'pages/messages/index',
    'pages/me/index',
    'pages/sign-in/index',
    'pages/sign-in-code/index',
  ],
  subPackages: [
    {
      root: 'features/identity',
      pages: [
        'pages/provincial/index',
        'pages/privacy/index',
        'pages/real-name/index',
        'pages/step-up/index',
        'pages/bind-phone/index',
        'pages/bind-phone-code/index',
        'pages/text-size/index',
        'pages/devices/index',
        'pages/sign-out/index',
        'pages/sign-out-everywhere/index',
        'pages/my-data/index',
        'pages/activity/index',
        'pages/export-data/index',
        'pages/delete-account/index',
        'pages/account-deleted/index',
        'pages/about/index',
      ],
    },
    { root: 'features/staff', pages: ['pages/home/index', 'pages/sign-in/index'] },
  ],
  window: {
    navigationBarBackgroundColor: '#FFFFFF',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '一件事一次办',
    backgroundColor: '#FFFFFF',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#3A424D',
    selectedColor: BLUE,
    backgroundColor: '#FFFFFF',
    borderStyle: 'black',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/tabs/home.png',
        selectedIconPath: 'assets/tabs/home-selected.png',
      },
      {
        pagePath: 'pages/services/index',
        text: '办事',
        iconPath: 'assets/tabs/services.png',
        selectedIconPath: 'assets/tabs/services-selected.png',
      },
      {
        pagePath: 'pages/messages/index',
        text: '消息',
        iconPath: 'assets/tabs/messages.png',
        selectedIconPath: 'assets/tabs/messages-selected.png',
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: 'assets/tabs/me.png',
        selectedIconPath: 'assets/tabs/me-selected.png',
      },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  animation: false,
})
