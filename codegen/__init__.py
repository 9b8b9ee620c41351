"""Turns the OpenAPI fragments under `openapi/` into `daftra_async/models/` and `daftra_async/resources/`.

The steps, one module each: `fragments` (load), `parse` (check and turn into `ir`), `models` (drives datamodel-code-generator),
`endpoints` (renders the resources), `bundle` (one OpenAPI document for other tools), `output` (write or compare). The package
never imports it.
"""
