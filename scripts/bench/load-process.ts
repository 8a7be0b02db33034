import { answerParent } from './child'
import { runLoad } from './load'
import { probe } from './probe'
import { runRush } from './rush-load'

answerParent({ run: runLoad, probe, rush: runRush })
