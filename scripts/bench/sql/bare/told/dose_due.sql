-- As the model of this name tells it, where a dose is due to somebody.
select code as unit_code, scope, dose_kind, cast(persons as bigint) as persons from dose_due join unit on unit.unit = counted
