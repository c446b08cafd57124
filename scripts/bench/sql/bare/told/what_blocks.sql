-- As the model of this name tells it, where somebody waits.
select code as unit_code, scope, reason + 1 as position, cast(waiting as bigint) as waiting from what_blocks join unit on unit.unit = counted
