import { Text, View } from '@tarojs/components'
import { go } from '../../../../platform/navigation'
import { role } from '../../../../platform/accessibility'
import { Button, TextButton } from '../../../../ui/button'
import { ErrorSummary, errorFor } from '../../../../ui/error-summary'
import { Field } from '../../../../ui/field'
import { Heading } from '../../../../ui/heading'
import { ProblemNotice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { useDeleteAccount } from '../../hooks/use-delete-account'
import { IDENTITY_PAGES } from '../../identity-pages'
import { accountText } from '../../account-text'
import { identityText } from '../../text'

const text = accountText.deleteAccount

function Consequences({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <View>
      <Heading>{title}</Heading>
      <View {...role('list')} aria-label={title}>
        {items.map((item) => (
          <View key={item} {...role('listitem')}>
            <Text>{`· ${item}`}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}

export default function DeleteAccountPage() {
  const { confirm, setConfirm, errors, refused, busy, handleDelete } = useDeleteAccount()
  return (
    <Screen title={text.title}>
      <ErrorSummary errors={errors} />
      {refused && <ProblemNotice problem={refused} />}
      <Consequences title={text.gone} items={text.goneItems} />
      <Consequences title={text.stays} items={text.staysItems} />
      <TextButton role="link" onPress={() => void go(IDENTITY_PAGES.exportData)}>
        {text.exportFirst}
      </TextButton>
      <Field
        name="confirm"
        label={identityText.field.confirm.label}
        maxLength={10}
        error={errorFor(errors, 'confirm')}
        value={confirm}
        onChange={setConfirm}
      />
      <Button kind="danger" onPress={handleDelete} busy={busy}>
        {text.submit}
      </Button>
    </Screen>
  )
}
