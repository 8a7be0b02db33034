import { Screen } from '../../../../ui/screen'
import { Links } from '../../components/links'
import { IDENTITY_PAGES } from '../../identity-pages'
import { accountText } from '../../account-text'

const text = accountText.myData

export default function MyDataPage() {
  return (
    <Screen title={text.title}>
      <Links
        label={text.title}
        links={[
          { ...text.activity, page: IDENTITY_PAGES.activity },
          { ...text.export, page: IDENTITY_PAGES.exportData },
          { ...text.delete, page: IDENTITY_PAGES.deleteAccount },
        ]}
      />
    </Screen>
  )
}
