-- The limit of one account, for all processes that share it.
--
-- A process reports how many requests it runs and how many wait, and what it learned from answers since the last report. The reply
-- says how many of those that wait may begin, and when to ask again for the others. A report takes the place of the one before:
-- sent twice, or with its reply lost, it does no harm, and after a restart of Redis the processes report everything again.
--
-- Times are microseconds, by the clock of Redis.

local account, processes = KEYS[1], KEYS[2]
local me = ARGV[1]
local function argument(number) return tonumber(ARGV[number]) end
local running, waiting, unused = argument(2), argument(3), argument(4)
local well, refused, rest = argument(5), argument(6), argument(7)
local slots, interval, burst, recovery, lease = argument(8), argument(9), argument(10), argument(11), argument(12)

local FORGET = 3600000 -- milliseconds after which an account that nobody uses is forgotten
local CATCH_UP = 100000 -- how late a request may come and still count as if it came in time
local LOOK = 20000 -- pause before the first in line looks for a free slot again
local LONGEST_LOOK = 100000
local LONGEST_REST = 60000000 -- how long Retry-After stops everybody at most
local PATIENCE = 250000 -- how long the place in line of a process is kept that does not ask again

local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]

-- Those who share the account.

local others, used, wanted, turn = {}, 0, false, nil
local entries = redis.call('HGETALL', processes)
for index = 1, #entries, 2 do
  local name = entries[index]
  local parts = {}
  for part in string.gmatch(entries[index + 1], '%d+') do parts[#parts + 1] = tonumber(part) end
  local its_running, its_waiting, its_turn, ends, back = unpack(parts)
  if name == me then
    turn = its_turn
    wanted = wanted or its_waiting > 0
  elseif ends < now then
    redis.call('HDEL', processes, name)
  else
    used = used + its_running
    if its_waiting > 0 and back + PATIENCE >= now then
      wanted = true
      others[#others + 1] = {running = its_running, turn = its_turn}
    end
  end
end

-- What was learned: answers in a row without a 429 give back what a 429 took.

local stored = redis.call('HMGET', account, 'taken', 'speed', 'period', 'answers', 'due', 'rests', 'turns')
local width = math.max(1, slots - tonumber(stored[1] or 0))
local speed = tonumber(stored[2] or 1)
local period = tonumber(stored[3] or 0)
local answers = tonumber(stored[4] or 0)
local due = tonumber(stored[5] or now)
local rests = tonumber(stored[6] or 0)
local turns = tonumber(stored[7] or 0)
if not turn then turns = turns + 1; turn = turns end -- behind those who wait already

if recovery > 0 then
  answers = answers + well
  local steps = math.floor(answers / recovery)
  answers = answers - steps * recovery
  width = math.min(slots, width + steps)
  speed = math.min(1, speed + steps / 10)
  if refused >= 0 then answers = 0 end
  if refused == period then
    period = period + 1
    width = math.max(1, math.floor(width / 2))
    speed = math.max(0.01, speed / 2)
  end
  if rest > 0 then rests = math.min(math.max(rests, now + rest), now + LONGEST_REST) end
end

-- How many may begin: free slots, and requests that are due at the rate.

local free = width - used - running
local tokens = math.huge
if interval > 0 then
  interval = interval / speed
  due = due - unused * interval
  -- Later than this it cannot be, unless the clock was put back.
  due = math.min(due, math.max(now, rests) + burst * interval)
  -- Lateness is made up for while requests wait; a quiet time gives no more than the burst.
  due = math.max(due, rests, wanted and now - CATCH_UP or now)
  tokens = math.floor((now - due) / interval + 1e-6) + burst
end
local there = math.min(free, tokens)
if rests > now then there = 0 end

-- Who is next: the process with the fewest slots where slots are short, else the one whose last request is longest ago.

local by_turn = tokens < free
local function line()
  local count = 0
  for _, other in ipairs(others) do
    local fewer = not by_turn and other.running < running
    local same = by_turn or other.running == running
    if fewer or (same and other.turn < turn) then count = count + 1 end
  end
  return count
end

local given = 0
while given < waiting and there - given - line() >= 1 do
  given = given + 1
  running = running + 1
  turns = turns + 1
  turn = turns
end
waiting = waiting - given
due = due + given * interval

local back = now
if waiting > 0 then
  local before = line()
  back = math.max(back, rests)
  if free - given - before < 1 then back = math.max(back, now + math.min(LONGEST_LOOK, LOOK * (before + 1))) end
  if interval > 0 then back = math.max(back, due + (before + 1 - burst) * interval) end
end

-- Kept for the next one who asks.

if running == 0 and waiting == 0 then
  redis.call('HDEL', processes, me)
else
  redis.call('HSET', processes, me, string.format('%d %d %.0f %.0f %.0f', running, waiting, turn, now + lease, back))
  redis.call('PEXPIRE', processes, FORGET)
end
redis.call('HSET', account,
  'taken', string.format('%d', slots - width), 'speed', string.format('%.4f', speed), 'period', string.format('%.0f', period),
  'answers', string.format('%.0f', answers), 'due', string.format('%.0f', due), 'rests', string.format('%.0f', rests),
  'turns', string.format('%.0f', turns))
redis.call('PEXPIRE', account, FORGET)
return {given, math.ceil(back - now), period, width, math.floor(speed * 10000 + 0.5)}
