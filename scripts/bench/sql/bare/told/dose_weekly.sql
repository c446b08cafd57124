-- As the model of this name tells it.
select code as unit_code, scope, week, vaccine, dose_kind, cast(doses as bigint) as doses from dose_weekly join unit on unit.unit = counted
