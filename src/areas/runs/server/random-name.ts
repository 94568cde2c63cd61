const adjectives = 'able amber apt bold brave bright brisk calm clean clear clever cool crisp deft eager early fair fast fine firm fleet fond frank free fresh glad good grand great happy hardy humble keen kind late lean light lively loyal lucid lucky mellow merry mild neat nimble noble polite prime proud quick quiet rapid ready rosy sharp shy silent sleek smart smooth snug sober solid spry stable stark steady still subtle sunny swift tidy tough trim true vivid warm wise witty young zesty'.split(' ')
const nouns = 'ant auk bass bat bear bee bird boar calf carp cat colt crab crane crow deer dove duck eel elk fawn finch fish fox frog gnu goat goose gull hare hawk hen heron horse ibex jay kite koi lamb lark lynx mare mink mole moose moth mouse mule newt orca otter owl ox panda perch pika quail ram raven ray robin rook seal shrew shrimp skua sloth snail snipe squid stag stoat stork swan swift tern toad trout tuna vole wasp whale wolf wren yak zebra'.split(' ')

/** `calm-otter-318`: at most 20 characters. */
export function randomName(): string {
  const [a = 0, b = 0, c = 0] = crypto.getRandomValues(new Uint32Array(3))
  return `${adjectives[a % adjectives.length]}-${nouns[b % nouns.length]}-${c % 1000}`
}
