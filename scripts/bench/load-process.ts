import { answerParent } from './child'
import { runLoad } from './load'

answerParent({ run: runLoad })
